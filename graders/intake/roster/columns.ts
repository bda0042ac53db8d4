/**
 * What platforms call the columns of their rosters, in lower case: Canvas's gradebook, Moodle's participants and its
 * grading worksheet (in English, German, French and Spanish), Gradescope's and GitHub Classroom's rosters.
 */
export const columns = {
  id: [
    "id",
    "id number",
    "identifier",
    "student id",
    "sid",
    "user id",
    "id-nummer",
    "matrikelnummer",
    "numéro d'identification",
    "número de id",
  ],
  login: [
    "login",
    "sis login id",
    "username",
    "user name",
    "login id",
    "github_username",
    "anmeldename",
    "nom d'utilisateur",
    "nombre de usuario",
  ],
  name: [
    ...["name", "student", "full name", "student name", "first name / last name", "vollständiger name"],
    ...["vorname / nachname", "nom complet", "prénom / nom", "nombre completo", "nombre / apellido(s)"],
  ],
  first: ["first name", "firstname", "vorname", "prénom", "nombre"],
  last: ["last name", "lastname", "surname", "nachname", "nom de famille", "nom", "apellido(s)", "apellidos"],
  email: [
    "email",
    "email address",
    "e-mail",
    "e-mail address",
    "e-mail-adresse",
    "adresse de courriel",
    "dirección de correo",
  ],
  section: ["section", "sections", "group", "groups", "gruppe", "gruppen"],
  participant: ["identifier"],
  other: ["sis user id", "integration id", "roster_identifier"],
} as const;

export type Column = keyof typeof columns;

/** Where each column is in the row of headers. The first of several counts; what is not recognised is left out. */
export function columnsIn(headers: readonly string[]): Map<Column, number> {
  const found = new Map<Column, number>();
  const names = headers.map((header) => header.trim().toLowerCase().replace(/\s+/g, " "));
  for (const column of Object.keys(columns) as Column[]) {
    const known: readonly string[] = columns[column];
    const places = known.map((name) => names.indexOf(name)).filter((place) => place >= 0);
    if (places.length > 0) found.set(column, places[0]);
  }
  return found;
}
