import { chromium } from "../../browser/engines/engines";
import { cellTests } from "./cellTests";
import { quickTests } from "./quickTests";
import { testKernel } from "./testKernel";

testKernel(chromium, { title: "the kernel" }, cellTests, quickTests);
