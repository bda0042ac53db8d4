// Made by `nablab build` from the folders beside it.
import type { Assignment } from "../check/contract";
import type { Messages } from "../check/translateAssignment";
import type { Locale } from "../words/locale";
import { assignment as assignment1 } from "./01-logistic-regression/assignment";
import type * as signatures1 from "./01-logistic-regression/signatures";
import { assignment as assignment2 } from "./02-shallow-network/assignment";
import type * as signatures2 from "./02-shallow-network/signatures";
import { assignment as assignment3 } from "./03-deep-network/assignment";
import type * as signatures3 from "./03-deep-network/signatures";
import { assignment as assignment4 } from "./04-initialization-regularization-gradient-checking/assignment";
import type * as signatures4 from "./04-initialization-regularization-gradient-checking/signatures";
import { assignment as assignment5 } from "./05-optimization/assignment";
import type * as signatures5 from "./05-optimization/signatures";
import { assignment as assignment6 } from "./06-convolutional-network/assignment";
import type * as signatures6 from "./06-convolutional-network/signatures";
import { assignment as assignment7 } from "./07-batchnorm-softmax/assignment";
import type * as signatures7 from "./07-batchnorm-softmax/signatures";
import { assignment as assignment8 } from "./08-frameworks/assignment";
import type * as signatures8 from "./08-frameworks/signatures";
import { assignment as assignment9 } from "./09-ml-strategy/assignment";
import type * as signatures9 from "./09-ml-strategy/signatures";
import messages1zhCN from "./01-logistic-regression/zh-CN/messages.json";
import messages2zhCN from "./02-shallow-network/zh-CN/messages.json";
import messages3zhCN from "./03-deep-network/zh-CN/messages.json";
import messages4zhCN from "./04-initialization-regularization-gradient-checking/zh-CN/messages.json";
import messages5zhCN from "./05-optimization/zh-CN/messages.json";
import messages6zhCN from "./06-convolutional-network/zh-CN/messages.json";
import messages7zhCN from "./07-batchnorm-softmax/zh-CN/messages.json";
import messages8zhCN from "./08-frameworks/zh-CN/messages.json";
import messages9zhCN from "./09-ml-strategy/zh-CN/messages.json";

/** The course, in order. */
export const assignments: readonly Assignment[] = [
  assignment1,
  assignment2,
  assignment3,
  assignment4,
  assignment5,
  assignment6,
  assignment7,
  assignment8,
  assignment9,
];

/** The signatures of the graded functions, by slug. */
export interface Signatures {
  "logistic-regression": typeof signatures1;
  "shallow-network": typeof signatures2;
  "deep-network": typeof signatures3;
  "initialization-regularization-gradient-checking": typeof signatures4;
  "optimization": typeof signatures5;
  "convolutional-network": typeof signatures6;
  "batchnorm-softmax": typeof signatures7;
  "frameworks": typeof signatures8;
  "ml-strategy": typeof signatures9;
}

/** What the assignments tell learners in other languages, by language and slug. */
export const translations: Partial<Record<Locale, Readonly<Record<string, Messages>>>> = {
  "zh-CN": {
    "logistic-regression": messages1zhCN,
    "shallow-network": messages2zhCN,
    "deep-network": messages3zhCN,
    "initialization-regularization-gradient-checking": messages4zhCN,
    "optimization": messages5zhCN,
    "convolutional-network": messages6zhCN,
    "batchnorm-softmax": messages7zhCN,
    "frameworks": messages8zhCN,
    "ml-strategy": messages9zhCN,
  },
};
