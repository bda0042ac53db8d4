/**
 * The program of the extension: what JupyterLab expects of a bundle that webpack shares, a `init` and a `get`, written
 * by hand, since one file needs no bundler. It runs in the page, so it is plain JavaScript in one piece. It takes its
 * base class from JupyterLab and plotly.js from an address, once per page, and draws in the theme's text
 * colour. If plotly.js cannot be loaded, it shows the still picture; figures of earlier versions have none, and show their
 * text.
 *
 * @param name of the extension
 * @param address of plotly.js, as an expression in the page; `script` is the address of the program itself
 */
export function figureRenderer(name: string, address: string): string {
  return `(() => {
  "use strict";
  const script = globalThis.document?.currentScript?.src;
  const mimeType = "application/vnd.plotly.v1+json";
  let shared;
  let library;

  function loadPlotly() {
    library ??= new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = ${address};
      element.onload = () => resolve(window.Plotly);
      element.onerror = () => {
        library = undefined;
        reject(new Error("plotly.js cannot be loaded from " + element.src));
      };
      document.head.append(element);
    });
    return library;
  }

  function rendererOf(Widget) {
    return class extends Widget {
      constructor() {
        super();
        this.node.style.maxWidth = "900px";
      }

      async renderModel(model) {
        const { data, layout, config } = structuredClone(model.data[mimeType]);
        this.node.setAttribute("role", "img");
        this.node.setAttribute("aria-label", String(model.data["text/plain"]));
        let Plotly;
        try {
          Plotly = await loadPlotly();
        } catch {
          return this.showStill(model.data["image/png"], String(model.data["text/plain"]));
        }
        await Plotly.react(this.node, data, { ...layout, font: { color: this.textColour() } }, config);
        this.Plotly = Plotly;
        this.fit();
      }

      showStill(png, text) {
        if (!png) return this.node.replaceChildren(text);
        const image = document.createElement("img");
        image.src = "data:image/png;base64," + png;
        image.alt = text;
        image.style.maxWidth = "100%";
        this.node.replaceChildren(image);
      }

      textColour() {
        return getComputedStyle(this.isAttached ? this.node : document.body).color;
      }

      async fit() {
        if (!this.Plotly || !this.isVisible) return;
        await this.Plotly.relayout(this.node, { "font.color": this.textColour() });
        await this.Plotly.Plots.resize(this.node);
      }

      onAfterAttach() {
        requestAnimationFrame(() => this.fit());
      }

      onAfterShow() {
        this.fit();
      }

      onResize() {
        this.fit();
      }

      dispose() {
        if (!this.isDisposed && this.Plotly) this.Plotly.purge(this.node);
        super.dispose();
      }
    };
  }

  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB[${JSON.stringify(name)}] = {
    init(scope) {
      shared = scope;
    },
    async get() {
      const [version] = Object.values(shared["@lumino/widgets"]);
      const { Widget } = (await version.get())();
      const Renderer = rendererOf(Widget);
      const rendererFactory = { safe: true, mimeTypes: [mimeType], createRenderer: () => new Renderer() };
      // Before pictures and pages: whoever sends a figure means it to be drawn.
      const extension = { id: ${JSON.stringify(`${name}:factory`)}, rendererFactory, rank: 0, dataType: "json" };
      return () => ({ __esModule: true, default: extension });
    },
  };
})();
`;
}
