// The array with its chained methods: what everything outside this folder imports.
import "./methods";

export { NDArray } from "./array";
export { joinedAsText } from "./methods/refusals";
