export { display } from "./notebook/display";
