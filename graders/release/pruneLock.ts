/** The parts of an npm lock file, version 3, that are read. */
export interface Lock {
  name: string;
  version: string;
  lockfileVersion: number;
  requires: boolean;
  packages: Record<string, LockedPackage>;
}

export interface LockedPackage {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  devOptional?: boolean;
  [field: string]: unknown;
}

/**
 * A lock file for a package that depends on some of the packages in another lock file, with the same places and
 * versions.
 *
 * @param manifest the new `package.json`, without development dependencies
 * @param workspaces packages of the new folder itself, by their place, e.g. `notebooks`
 */
export function pruneLock(
  lock: Lock,
  manifest: LockedPackage & { name: string; version: string },
  workspaces: Readonly<Record<string, LockedPackage>>,
): Lock {
  const places = new Set<string>();
  const visit = (place: string, { dependencies, optionalDependencies, peerDependencies }: LockedPackage): void => {
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const found = placeOf(name, place, lock);
      if (found === undefined || places.has(found)) continue;
      places.add(found);
      visit(found, lock.packages[found]);
    }
  };
  visit("", manifest);
  for (const [place, workspace] of Object.entries(workspaces)) visit(place, workspace);
  const packages: Record<string, LockedPackage> = { "": manifest, ...workspaces };
  for (const place of [...places].sort()) packages[place] = withoutDevelopment(lock.packages[place]);
  const { name, version } = manifest;
  return { name, version, lockfileVersion: lock.lockfileVersion, requires: true, packages };
}

/** Where Node finds a package imported from `from`: in the nearest `node_modules` upwards. */
function placeOf(name: string, from: string, { packages }: Lock): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const place = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (place in packages) return place;
    if (folder === "") return undefined;
  }
}

/** `devOptional` means needed for development or by something optional. Here only the latter is left. */
function withoutDevelopment({ devOptional, ...entry }: LockedPackage): LockedPackage {
  return devOptional ? { ...entry, optional: true } : entry;
}
