// The page in which the tests run Excalidraw. It asks its server for jobs, one
// after the other, and answers each with what Excalidraw made of it.
import React from "react";
import { createRoot } from "react-dom/client";
import {
  Excalidraw,
  exportToBlob,
  exportToSvg,
  loadFromBlob,
  restore,
  serializeAsJSON,
} from "@excalidraw/excalidraw";
import "@excalidraw/excalidraw/index.css";
import { base64, frame, until } from "./wait.js";
import * as measures from "./measure.js";

const repair = { repairBindings: true };

const blobOf = async ({ url, type }) =>
  new Blob([await (await fetch(url)).arrayBuffer()], { type });

const load = async (job) => loadFromBlob(await blobOf(job), null, null);

let root;
let api;

// mount shows an empty board in the whole window.
const mount = async () => {
  root?.unmount();
  api = undefined;
  root = createRoot(document.getElementById("root"));
  root.render(React.createElement(Excalidraw, { excalidrawAPI: (it) => (api = it) }));
  await until(() => api && !api.getAppState().isLoading && document.querySelector("canvas.interactive"));
  await frame();
  return api;
};

// point puts the pointer and the keyboard on the board.
const point = () => {
  const canvas = document.querySelector("canvas.interactive");
  const at = { clientX: innerWidth / 2, clientY: innerHeight / 2, bubbles: true };
  canvas.dispatchEvent(new MouseEvent("mousemove", at));
  canvas.dispatchEvent(new PointerEvent("pointermove", at));
  document.querySelector(".excalidraw-container, .excalidraw").focus();
  return canvas;
};

const jobs = {
  // load opens a file as Excalidraw's own "open" does.
  load: async (job) => {
    const { elements, files } = await load(job);
    return { elements, files };
  },

  // restore mends the elements of a file, as an embedding page does.
  restore: async (job) => {
    const file = await (await fetch(job.url)).json();
    const { elements, files } = restore(file, null, null, repair);
    return { elements, files };
  },

  // write opens a file and saves it in all of Excalidraw's ways.
  write: async (job) => {
    const { elements, appState, files } = await load(job);
    const json = serializeAsJSON(elements, appState, files, "local");
    const embedded = { elements, files, appState: { ...appState, exportEmbedScene: true } };
    const png = await exportToBlob({ ...embedded, mimeType: "image/png" });
    const svg = await exportToSvg({ ...embedded, skipInliningFonts: true });
    return { elements, json, png: await base64(png), svg: svg.outerHTML };
  },

  // paste pastes a text into an empty board.
  paste: async (job) => {
    const text = await (await fetch(job.url)).text();
    await mount();
    point();
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    await until(() => api.getSceneElements().length > 0);
    await frame();
    return { elements: api.getSceneElements(), files: api.getFiles() };
  },

  // copy opens a file, selects everything and copies it.
  copy: async (job) => {
    const { elements, files } = await load(job);
    await mount();
    api.addFiles(Object.values(files));
    const selectedElementIds = Object.fromEntries(elements.map((e) => [e.id, true]));
    api.updateScene({ elements, appState: { selectedElementIds } });
    await frame();
    point();
    const clipboardData = new DataTransfer();
    document.activeElement.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true }));
    await until(() => clipboardData.getData("text/plain"));
    return { elements, text: clipboardData.getData("text/plain") };
  },
};

for (const [name, measure] of Object.entries(measures)) {
  jobs[name] = (job) => measure(job, { load, mount, point });
}

const answer = async (job) => {
  try {
    return { value: await jobs[job.do](job) };
  } catch (e) {
    return { error: `${e?.message || e}\n${e?.stack || ""}` };
  }
};

for (;;) {
  const response = await fetch("/job");
  if (response.status !== 200) {
    continue;
  }
  const job = await response.json();
  const body = JSON.stringify(await answer(job));
  await fetch(`/done/${job.id}`, { method: "POST", body });
}
