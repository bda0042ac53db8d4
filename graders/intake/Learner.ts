/** A learner, as the platform knows them. */
export interface Learner {
  /** Unique in the class. */
  id: string;
  login?: string;
  name?: string;
  email?: string;
  section?: string;
}
