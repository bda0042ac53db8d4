export { eigh } from "./eigh";
export { lstsq } from "./lstsq";
export { norm } from "./norm";
export { det, inv, solve } from "./solve";
export { svd } from "./svd";
