import { grammar } from "./grammar";

/** About LTI: people who come from an LMS, and marks that go there. */
export const lms = {
  help: {
    lti: "a JSON file that says which LMSs people come from, and where marks go",
  },
  notOnRoster: (platform: string): string =>
    `Nobody on this course's roster is known under the account that you have in ${platform}. Ask the staff of the course to take the roster from there, or to add you.`,
  problems: {
    platform: "This LMS is not known here. Ask the staff of the course to add it to the settings.",
    state:
      "This link was used, took longer than ten minutes, or was opened in another browser. Open it in the LMS again.",
    token:
      "What the LMS sent could not be checked; open the link there again. The terminal of `nablab dashboard` says more.",
    version: "The LMS speaks another version than LTI 1.3.",
    deployment:
      "This LMS has installed nablab in a place that is not in the settings. Ask the staff of the course to add it.",
    message: "The LMS asks for something that nablab does not do.",
  },
  framed: (name: string): string =>
    `Your browser does not let nablab sign you in inside a page of ${name}. Open it in a window of its own.`,
  newWindow: "Open in a new window",
  failed: (message: string): string => `a launch from an LMS failed: ${message}`,
  staffChoose: "Links are chosen by staff of the course.",
  choose: "Choose the run that learners get to from the LMS. Its marks go there once they are released.",
  noRuns: "No run is open yet; open one first.",
  run: "Run",
  link: "Choose",
  chosen: (title: string): string => `${title} is ready to be linked.`,
  back: (platform: string): string => `Back to ${platform}`,

  notSent: (message: string): string => `marks could not be sent to the LMS: ${message}`,
  noColumn: (message: string): string =>
    `marks of a run have no column in the LMS, and it lets none be made: ${message}; let the link there have a grade`,
  has: (points: number): string => `the LMS has ${Math.round(100 * points) / 100}`,
  away: "the LMS does not answer",
  answered: (status: number): string => `the LMS answered ${status}`,
  rosterRefused: (status: number): string =>
    `the LMS does not hand out the roster: it answered ${status}; look at what it grants this tool`,
  noMembers: "the LMS does not say where the roster of this course is; grant this tool the names and roles there",
  unknownPlatform: (issuer: string): string => `${issuer} is no longer in the settings`,
  notConfigured:
    "No LMS is connected. Start `nablab dashboard` with --lti, and with the address of these pages as --url.",
  notLinked: (slug: string): string => `${slug} is not linked in an LMS yet`,

  page: {
    nav: "LMS",
    title: "LMS",
    none: "No run is linked in an LMS yet. Add a link there, and choose the run.",
    tool: "For the LMS's page about external tools",
    names: { login: "Login", launch: "Launch and deep linking", jwks: "Public keys" },
    linked: (platform: string, time: string): string => `linked in ${platform} since ${time}`,
    notReleased: "Marks go there once the run is released.",
    noScores: "The LMS does not say where marks go; let the link have a grade there.",
    noColumn:
      "The LMS has no column for these marks yet, and one is being asked for. If it does not come, let the link there have a grade.",
    unchecked: "The LMS does not let nablab look at the marks it has: one that is changed there is overwritten.",
    counts: (counts: Readonly<Record<"changed" | "refused" | "due" | "sent", number>>): string =>
      `${counts.sent} sent, ${counts.due} waiting, ${counts.refused} refused, ${counts.changed} changed in the LMS`,
    learner: "Learner",
    mark: "Mark",
    state: "State",
    answer: "Answer",
    at: "Last tried",
    again: "Send again",
    states: { due: "waiting", sent: "sent", refused: "refused", changed: "changed in the LMS" },
    next: (time: string): string => `tried again at ${time}`,
    sendAll: "Send all again that were not taken",
    overwrite: "Sending again replaces whatever mark the LMS has.",
    roster: "Take the roster",
    took: (added: number, known: number): string =>
      `${grammar.counted(added, "learner")} added, ${known} known already; nobody was removed.`,
  },

  settings: {
    noPlatforms:
      'the file is not a JSON object such as { "platforms": [{ "issuer": "https://lms.example.org", "clientId": "…", "deployments": ["1"], "login": "https://…", "token": "https://…", "keys": "https://…" }] }',
    noFrames: '"frames" has to be a list of addresses, such as ["https://school.example.org"]',
    noDeployments: '"deployments" has to be a list of the ids that the LMS gave its installations, such as ["1"]',
  },
};
