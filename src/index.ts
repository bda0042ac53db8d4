import { assignments, translations } from "./assignments";
import { setAssignments } from "./notebook/check";
import { provideWords } from "./words/words";
import { zhCN } from "./words/zh-CN";

export { NotImplemented } from "./check/NotImplemented";
export { NDArray } from "./core/NDArray";
export { loadH5 } from "./datasets/loadH5";
export { loadMat } from "./datasets/loadMat";
export { makeBlobs } from "./datasets/makeBlobs";
export { makeCircles } from "./datasets/makeCircles";
export { makeGaussianQuantiles } from "./datasets/makeGaussianQuantiles";
export { makeMoons } from "./datasets/makeMoons";
export { loadMnist } from "./datasets/mnist";
export { overfittingSet } from "./datasets/overfittingSet";
export { phoneDigits } from "./datasets/phoneDigits";
export { planarExtras } from "./datasets/planarExtras";
export { planarFlower } from "./datasets/planarFlower";
export { check, ready, useAssignment } from "./notebook/check";
export { display } from "./notebook/display";
export { plot } from "./notebook/plot";
export { progress } from "./notebook/progress";
export { timeit } from "./notebook/timeit";
export { useTslab } from "./notebook/useTslab";
export { np } from "./np";
export { RandomState } from "./random/RandomState";

setAssignments(assignments, translations);
provideWords("zh-CN", zhCN);
