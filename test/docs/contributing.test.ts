import { testPage } from "./testPage";

testPage("CONTRIBUTING.md");
