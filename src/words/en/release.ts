/** Why a release cannot be written, and what to do. */
export const release = {
  notAFolder: (folder: string): string => `${folder} is not a folder`,
  otherFiles: (folder: string): string =>
    `${folder} holds other files; name a new or empty folder, or one with an earlier release`,
  unreadableRecord: (record: string): string => `${record} cannot be read; name a new or empty folder`,
  wouldBeLost: (file: string, others: number): string => {
    const more = others > 0 ? ` and ${others} more` : "";
    return `${file}${more} would be lost: not as it was released; move it away, or name another folder`;
  },
  otherZip: (file: string): string => `${file} exists and is not an earlier autograder; name another file`,
  noLock: (path: string): string => `there is no ${path}, which says what learners install; run \`npm install\``,
  notCompiled: "the library does not compile; `npm run build` says why",
  noLanguagePack: (name: string): string => `JupyterLab speaks English only: ${name} is not installed`,
  noCachingVariable: (file: string, variable: string): string =>
    `${file} of JupyterLite has no variable ${variable}, by which a site works without a network: see whether JupyterLite does that by itself now`,
  liteFails: (lines: string): string => `JupyterLite cannot be built: ${lines}`,
  unreadableConfiguration: (file: string): string => `${file} cannot be read`,
};
