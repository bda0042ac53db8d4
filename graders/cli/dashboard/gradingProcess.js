// Runs on the pinned Node, started by GradingProcess.ts: grades beside the dashboard, which stays fast, and small.
require("../registerTypeScript");
require("./gradingProcess.main");
