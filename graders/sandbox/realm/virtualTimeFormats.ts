import { tick } from "./clock";

/** `Intl`, made to format the realm's own time where it would ask the real clock, for {@link defineLazily}. */
export function virtualTimeFormats(own: typeof Intl): () => typeof Intl {
  return () => {
    const { prototype } = own.DateTimeFormat;
    const { formatToParts } = prototype;
    const format = Object.getOwnPropertyDescriptor(prototype, "format")?.get;
    Object.defineProperty(prototype, "format", {
      configurable: true,
      get(this: Intl.DateTimeFormat) {
        const formatted = format?.call(this) as Intl.DateTimeFormat["format"];
        return (date: Date | number = tick()) => formatted(date);
      },
    });
    prototype.formatToParts = function (date = tick()) {
      return formatToParts.call(this, date);
    };
    return own;
  };
}
