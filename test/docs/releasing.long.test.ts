import { testPage } from "./testPage";

testPage("docs/releasing.md");
