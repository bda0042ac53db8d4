import { testPage } from "./testPage";

testPage("README.md");
