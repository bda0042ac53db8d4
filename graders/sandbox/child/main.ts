/**
 * The sandbox process: reads requests, runs each program in a realm of its own, writes replies. It holds no answers,
 * and may read only this file, as text and compiled. See host/SandboxProcess.ts for the other end.
 */
import { disarm } from "./disarm";
import { forgetRejections } from "./internals";
import { answerRequest, serve } from "./serve";

forgetRejections();
disarm();
serve(answerRequest);
