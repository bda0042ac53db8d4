// The array together with what can be chained to it: what everything outside this folder imports.
import "./methods";

export { NDArray } from "./array";
