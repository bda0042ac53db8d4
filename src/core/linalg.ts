export { norm } from "./norm";
