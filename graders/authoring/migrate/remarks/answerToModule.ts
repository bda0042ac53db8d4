const answers: readonly [RegExp, string | null][] = [
  [/^(otter|nbgrader|client|gofer|okpy)\b/, null],
  [/^numpy\b/, "`np`"],
  [/^(matplotlib|pylab|seaborn|plotly|bokeh|altair)\b/, "`plot`"],
  [/^h5py\b/, "`loadH5`, for files with `train_set_x`, `train_set_y` and so on"],
  [/^sklearn\.datasets\b/, "`makeMoons`, `makeCircles`, `makeBlobs`, `makeGaussianQuantiles`"],
  [/^(sklearn|scipy|pandas|torch|tensorflow|keras|statsmodels|PIL|cv2|skimage)\b/, "nothing; write out what you need"],
  [/^(math|cmath)\b/, "`Math`"],
  [/^(time|timeit)\b/, "`timeit`, or `performance.now()`"],
  [/^random\b/, "`np.random`"],
  [/^copy\b/, "`.copy()` of an array, `{ ...parameters }` of an object"],
  [/^tqdm\b/, "`progress`"],
  [/^(IPython|ipywidgets)\b/, "`display` for a result; no widgets"],
  [/^(typing|__future__|warnings|abc|enum|dataclasses)\b/, "nothing; it is not needed"],
  [
    /^(os|sys|pathlib|glob|io|json|csv|pickle|re|itertools|functools|collections|operator|string|hashlib)\b/,
    "JavaScript itself",
  ],
];

/** What the course offers instead of a Python module; null for modules of the old tools, which nobody will miss. */
export function answerToModule(module: string): string | null {
  const known = answers.find(([pattern]) => pattern.test(module));
  return known ? known[1] : "nothing known; if it is a file of your own, migrate what you need of it by hand";
}
