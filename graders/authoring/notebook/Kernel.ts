/** The kernels that notebooks are built for: this course's own, and stock tslab. */
export type NotebookKernel = "nablab" | "tslab";

export const notebookKernels: readonly NotebookKernel[] = ["nablab", "tslab"];
