// The program of the engine's worker. What is bundled decides which assignments the library knows.
import { serveCells } from "./serveCells";

serveCells({ nablab: () => require("../../../index"), "nablab/tf": () => require("../../../tf") });
