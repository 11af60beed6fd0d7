// The drawing library, loaded once per document. A page whose document announces it starts with charts; on others the first
// chart asks for it.
import { addressOf } from "./address.js";

const announced = document.querySelector("link[rel=preload][href*=plotly]");

export function fetchPlotly() {
  window.sdgPlotly ??= new Promise((done, failed) => {
    const library = document.createElement("script");
    library.src = announced?.href ?? addressOf("plotly/plotly-basic-4.1.1.min.js");
    library.onload = () => done(window.Plotly);
    library.onerror = failed;
    document.head.append(library);
  });
  return window.sdgPlotly;
}

if (announced) fetchPlotly();
