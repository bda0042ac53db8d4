export { NDArray } from "./core/NDArray";
export { np } from "./core/np";
export { loadMnist } from "./datasets/mnist";
export { display } from "./notebook/display";
export { RandomState } from "./random/RandomState";
