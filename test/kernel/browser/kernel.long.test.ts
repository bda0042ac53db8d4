import { chromium, otherEngines } from "../../browser/engines/engines";
import { cellTests } from "./cellTests";
import { longTests } from "./longTests";
import { quickTests } from "./quickTests";
import { testKernel } from "./testKernel";

const title = "the kernel";
testKernel(chromium, { title }, longTests);
for (const engine of otherEngines) testKernel(engine, { title }, cellTests, quickTests, longTests);
