import { testPage } from "./testPage";

testPage("docs/site.md");
