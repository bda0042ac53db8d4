/** The `.npmrc` of a course and of what learners get: exact versions, and lock files that name no registry. */
export const npmSettings = `omit-lockfile-registry-resolved=true
save-exact=true
fund=false
audit=false
`;
