import { misread } from "../../../src/check/misread";
import { dependsOnNumbers } from "./dependsOnNumbers";
import type { Slip } from "./Slip";

/** Reads `.data` without strides and offset. */
export const rawData: Slip = {
  name: "rawData",
  make:
    (fn) =>
    (...args) =>
      fn(...args.map(misread)),
  matters: dependsOnNumbers,
};
