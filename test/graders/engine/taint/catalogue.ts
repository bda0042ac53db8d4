/** What a function does on a hidden input: `right` is what it should return, `args` are its arguments, `t` the taint. */
export interface Attack {
  title: string;
  /** An expression, in JavaScript, with the helpers of {@link helpers}. `none`: it cannot be done to this result. */
  code: string;
}

const attack = (title: string, code: string): Attack => ({ title, code });

/** The helpers that the attacks use. Part of every submission. */
export const helpers = `
const none = Symbol();
const fail = (error: any) => { throw error; };
const isArray = (v: any) => v instanceof NDArray;
const isObject = (v: any) => typeof v === "object" && v !== null && !isArray(v) && !Array.isArray(v);
/** Every number of a result, in order. */
function mapNumbers(v: any, f: any): any {
  if (typeof v === "number") return f(v, 0, 1);
  if (isArray(v)) return mapElements(v, f);
  if (Array.isArray(v)) return v.map((item: any) => mapNumbers(item, f));
  return isObject(v) ? Object.fromEntries(Object.entries(v).map(([k, item]) => [k, mapNumbers(item, f)])) : v;
}
function mapElements(a: any, f: any): any {
  const data = Array.from(a.toTypedArray());
  return NDArray.fromData(data.map((x, i) => f(x, i, data.length)), a.shape);
}
/** The result with the first value in it that is wanted made into something else. */
function change(v: any, wanted: any, make: any): any {
  let isDone = false;
  const go = (v: any): any => {
    if (isDone) return v;
    if (wanted(v)) { isDone = true; return make(v); }
    if (Array.isArray(v)) return v.map(go);
    return isObject(v) ? Object.fromEntries(Object.entries(v).map(([k, item]) => [k, go(item)])) : v;
  };
  const changed = go(v);
  return isDone ? changed : none;
}
const changeArray = (v: any, make: any) => change(v, isArray, make);
const changeElements = (v: any, f: any) => change(v, (a: any) => isArray(a) && a.size > 1, (a: any) => mapElements(a, f));
const changeNumber = (v: any, make: any) => change(v, (x: any) => typeof x === "number", make);
const changeList = (v: any, make: any) => change(v, (l: any) => Array.isArray(l) && l.length > 0, make);
const changeObject = (v: any, make: any) => change(v, isObject, make);
const changeInner = (v: any, make: any) => change(v, (o: any) => o !== v && isObject(o), make);
const wrong = (v: any) => mapNumbers(v, (x: any) => x + 1);
const keysOf = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [t.k + i, i]));
const nest = (depth: number, inner: any) => { let v = inner; for (let i = 0; i < depth; i++) v = [v]; return v; };
const kept = Array.from({ length: 100 }, () => new Float64Array(1e4));
const chosen = (i: number, n: number) => i === (t.first ? 0 : n - 1);
`;

export const attacks: Attack[] = [
  attack("another number for each", "mapNumbers(right, () => t.n)"),
  attack("all numbers off by the taint", "mapNumbers(right, (x: any) => x + t.n)"),
  attack("digits far behind the point", "mapNumbers(right, (x: any) => x + 1e-3 + t.n * 1e-9)"),
  attack(
    "one element at a chosen place",
    "changeElements(right, (x: any, i: any, n: any) => (chosen(i, n) ? x + 1 : x))",
  ),
  attack("one element, or all", "changeElements(right, (x: any, i: any) => (i === 0 || !t.first ? x + 1 : x))"),
  attack(
    "the worst element at a chosen place",
    "changeElements(right, (x: any, i: any, n: any) => x + (chosen(i, n) ? 9 : 1))",
  ),
  attack("NaN at a chosen place", "changeElements(right, (x: any, i: any, n: any) => (chosen(i, n) ? NaN : x))"),
  attack(
    "Infinity of a chosen sign at a chosen place",
    "changeElements(right, (x: any, i: any, n: any) => (chosen(i, n) ? (t.first ? 1 : -1) / 0 : x))",
  ),
  attack(
    "minus zero at a chosen place",
    "changeElements(right, (x: any, i: any, n: any) => (chosen(i, n) ? (x === 0 ? 1 : -0) : x))",
  ),
  attack("a number that is NaN", "changeNumber(right, () => NaN)"),
  attack("a text", "t.k"),
  attack("a long text", "t.k.repeat(1e4)"),
  attack("a text for a number", "changeNumber(right, () => t.k)"),
  attack("a truth value", "t.first"),
  attack("null", "null"),
  attack("nothing", "undefined"),
  attack("an object with a chosen key", "({ [t.k]: t.n })"),
  attack("an object with chosen many keys", "keysOf(t.i)"),
  attack("a key that looks like a tag", "({ ['$' + t.k]: t.n })"),
  attack("a key named __proto__", "JSON.parse('{\"__proto__\": \"' + t.k + '\"}')"),
  attack("a class of a chosen name", "new ({ [t.k]: class { x = t.n; } })[t.k]()"),
  attack("a key too many", "changeObject(wrong(right), (o: any) => ({ ...o, [t.k]: t.n }))"),
  attack("a key too many further inside", "changeInner(wrong(right), (o: any) => ({ ...o, [t.k]: t.n }))"),
  attack("chosen many keys too many", "changeObject(wrong(right), (o: any) => ({ ...o, ...keysOf(t.i) }))"),
  attack(
    "another name for a key",
    "changeObject(right, ({ ...o }: any) => { const [k] = Object.keys(o); o[t.k] = o[k]; delete o[k]; return o; })",
  ),
  attack("all keys named otherwise", "changeObject(right, () => keysOf(t.i))"),
  attack("a key without a value", "changeObject(right, (o: any) => ({ ...o, [Object.keys(o)[0]]: undefined }))"),
  attack("a list of chosen length", "Array(t.i).fill(t.n)"),
  attack("a list of chosen depth", "nest(t.i, t.n)"),
  attack("a list that is too deep by a chosen number", "nest(20 + t.i, t.n)"),
  attack("a list for an array", "changeArray(right, () => Array(t.i).fill(t.n))"),
  attack("an array for a list", "changeList(right, () => np.zeros([t.i]))"),
  attack("a list that is longer", "changeList(right, (l: any) => [...l, ...Array(t.i).fill(t.n)])"),
  attack(
    "another item at a chosen place",
    "changeList(right, (l: any) => l.map((x: any, i: any) => (chosen(i, l.length) ? mapNumbers(x, (y: any) => y + 1) : x)))",
  ),
  attack("an object as an item", "changeList(right, (l: any) => l.map(() => ({ [t.k]: t.n })))"),
  attack("a matrix of chosen shape", "changeArray(right, () => np.zeros([t.i, t.j]))"),
  attack("a rank-1 array of chosen length", "changeArray(right, () => np.zeros([t.i]))"),
  attack("an empty array of chosen shape", "changeArray(right, () => np.zeros([0, t.i]))"),
  attack("an array of chosen rank", "changeArray(right, () => np.zeros(t.first ? [7, 1, 5] : [1, 1, 4, 2, 1]))"),
  attack("an array that is transposed", "changeArray(right, (a: any) => a.T)"),
  attack("an array for a number", "changeNumber(right, () => np.zeros([t.i, t.j]))"),
  attack("an array alone", "np.full([t.i, t.j], t.n)"),
  attack("a number alone", "t.n"),
  attack("an error with a chosen message", "fail(new Error(t.k))"),
  attack("an error with a chosen name", "fail(Object.assign(new Error(), { name: t.k }))"),
  attack("an error of np about chosen shapes", "np.dot(np.zeros([t.i, t.j]), np.zeros([t.j + 1, t.i]))"),
  attack("a text thrown", "fail(t.k)"),
  attack("a number thrown", "fail(t.n)"),
  attack("an error at a chosen place", "t.first ? fail(new Error())\n : \n fail(new Error())"),
  attack("an error with a chosen stack", "fail(Object.assign(new Error(), { stack: t.i + ':' + t.j }))"),
  attack("an error that says it is too little memory", "fail(new RangeError('allocation failed: ' + t.n))"),
  attack("the exercise's own exception", "fail(new NotImplemented(t.k))"),
  attack("something like it", 'fail({ name: "NotImplemented", functionName: t.k })'),
  attack("a kind of value that names itself", "({ [Symbol.toStringTag]: t.k })"),
  attack(
    "such a kind within the result",
    "changeNumber(right, () => ({ get [Symbol.toStringTag]() { return t.k; } }))",
  ),
  attack("a symbol", "Symbol(t.k)"),
  attack("a function", "Object.defineProperty(() => t.n, 'name', { value: t.k })"),
  attack("a large integer", "BigInt(t.i)"),
  attack("a map", "new Map([[t.k, t.n]])"),
  attack("an error returned", "new Error(t.k)"),
  attack("a date", "new Date(t.n)"),
  attack("a typed array", "new Float64Array(t.i)"),
  attack("a promise", "Promise.resolve(t.n)"),
  attack("a promise that is broken", "Promise.reject(new Error(t.k))"),
  attack("a generator", "(function* () { yield t.n; })()"),
  attack("a property that throws", "({ get [t.k]() { return fail(t.k); } })"),
  attack(
    "a proxy with chosen keys",
    "new Proxy({}, { ownKeys: () => [t.k], getOwnPropertyDescriptor: () => ({ value: t.n, enumerable: true, configurable: true }) })",
  ),
  attack("a result that contains itself", "(() => { const all: any = { [t.k]: t.n }; all.all = all; return all; })()"),
  attack(
    "a shape that lies",
    "changeArray(right, (a: any) => Object.defineProperty(np.zeros([1]), 'shape', { get: () => [t.i, t.j] }))",
  ),
  attack(
    "a change of a chosen argument",
    `(() => {
    const arrays = args.filter((a: any) => isArray(a) && a.size > 0);
    if (arrays.length === 0) return none;
    arrays.at(t.first ? 0 : -1).set(...Array(arrays.at(t.first ? 0 : -1).ndim).fill(0), t.n);
    return right;
  })()`,
  ),
  attack(
    "chosen time",
    "(() => { for (let i = 0; i < (t.first ? 1 : 2e7); i++); return mapNumbers(right, () => 7); })()",
  ),
];

/** Those that some results allow: two arrays of zeros, and an array that fits into memory that is kept. */
export const sharingAttacks: Attack[] = [
  attack(
    "arrays in the same memory, all of them or the last two",
    `(() => {
    const zeros = new Float64Array(1e4);
    const isZero = (a: any) => isArray(a) && a.toTypedArray().every((x: any) => x === 0);
    const keys = Object.keys(right).filter((k) => isZero(right[k])).slice(t.first ? 0 : -2);
    return keys.length < 2 ? none : { ...right, ...Object.fromEntries(keys.map((k) => [k, new NDArray(zeros, right[k].shape)])) };
  })()`,
  ),
  attack(
    "an array in the memory of an earlier one, or each of them",
    `(() => {
    const move = (a: any, memory: any) => { memory.set(a.toTypedArray()); return new NDArray(memory, a.shape); };
    if (t.first) return changeArray(right, (a: any) => move(a, kept[0]));
    let next = 0;
    const each = (v: any): any => {
      if (isArray(v)) return move(v, kept[next++]);
      if (Array.isArray(v)) return v.map(each);
      return isObject(v) ? Object.fromEntries(Object.entries(v).map(([k, item]) => [k, each(item)])) : v;
    };
    return each(right);
  })()`,
  ),
];

/** Those that take longer. */
export const exhaustingAttacks: Attack[] = [
  attack("a text of chosen length that is too large", "'x'.repeat(2e7 + t.i)"),
  attack("chosen many values that are too many", "Array(3e6 + t.i).fill(t.i)"),
  attack("an endless loop", "(() => { for (;;); })()"),
  attack("all of the heap, kept", "(() => { const all: any[] = []; for (;;) all.push(Array(1e5).fill(t.k)); })()"),
  attack(
    "arrays that fill the memory",
    "(() => { const all: any[] = []; for (;;) all.push(new Float64Array(1e6).fill(t.n)); })()",
  ),
];
