/** About a course's folder, and how a command chooses one. */
export const course = {
  none: (folder: string): string =>
    `${folder} is not a course: its package.json has no "nablab": { "title": "…" }; \`nablab new-course\` starts one`,
  misnamedFolder: (folder: string, number: number, slug: string, wanted: string): string =>
    `${folder}/assignment.ts has number ${number} and slug "${slug}": rename the folder to ${wanted}`,
  sameSlug: (folder: string, other: string, slug: string): string =>
    `${folder} and ${other} have the same slug, "${slug}": rename one of them`,
  otherPackage: (folder: string): string =>
    `${folder} does not have this nablab among its packages: run \`npm install\` there, then \`npx --no nablab\``,
};
