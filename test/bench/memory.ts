import { planarFlower } from "../../src/datasets/planarFlower";
import { trainShallow } from "./networks";

/** Resident memory in MB before and after a synchronous training loop, as JSON. */
const { X, Y } = planarFlower(20);
trainShallow(X, Y, 4, 1000);
const start = process.memoryUsage.rss();
trainShallow(X, Y, 4, 100_000);
const end = process.memoryUsage.rss();
console.log(JSON.stringify({ start: Math.round(start / 1e6), end: Math.round(end / 1e6) }));
