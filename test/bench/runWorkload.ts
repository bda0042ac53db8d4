import { workloads } from "./workloads";

// Prints the milliseconds of one workload; without its name, the names of all, as JSON.

const [name] = process.argv.slice(2);
console.log(name === undefined ? JSON.stringify(Object.keys(workloads)) : workloads[name]());
