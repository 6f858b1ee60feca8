// What is measured of Excalidraw. Times are in milliseconds.
import { exportToBlob } from "@excalidraw/excalidraw";
import { frame, until } from "./wait.js";

const paper = { exportBackground: true, viewBackgroundColor: "#ffffff" };

let api;

const blobOf = async ({ url, type }) =>
  new Blob([await (await fetch(url)).arrayBuffer()], { type });

const fitAll = () => api.scrollToContent(api.getSceneElements(), { fitToViewport: true, animate: false });

// open is from the file's bytes to the first frame that shows its board, at
// 100 % or as a whole.
export const open = async (job, { load, mount }) => {
  api = await mount();
  const url = URL.createObjectURL(await blobOf(job));
  await frame();
  const start = performance.now();
  const { elements, files } = await load({ url, type: job.type });
  api.addFiles(Object.values(files));
  api.updateScene({ elements });
  if (job.fit) {
    fitAll();
  } else {
    const middle = elements[Math.floor(elements.length / 2)];
    api.scrollToContent(middle, { animate: false });
  }
  await frame();
  return { ms: performance.now() - start, count: api.getSceneElements().length, zoom: api.getAppState().zoom.value };
};

// picture writes a PNG of a given width.
export const picture = async (job, { load }) => {
  const { elements, files } = await load(job);
  let size;
  const getDimensions = (w, h) => {
    size = { width: job.width, height: Math.round((h * job.width) / w), scale: job.width / w };
    return size;
  };
  const start = performance.now();
  const blob = await exportToBlob({ elements, files, appState: paper, getDimensions, mimeType: "image/png" });
  return { ms: performance.now() - start, bytes: blob.size, width: size.width, height: size.height };
};

// painted carries out a step in every frame for so long and gives the times
// from one frame that painted the board to the next. A frame in which Excalidraw
// only made up its mind what to paint is none.
const painted = async (millis, step) => {
  const context = document.querySelector("canvas.static").getContext("2d");
  const moments = new Set();
  const watched = ["clearRect", "fillRect", "drawImage"];
  for (const name of watched) {
    context[name] = function (...args) {
      moments.add(document.timeline.currentTime);
      return CanvasRenderingContext2D.prototype[name].apply(this, args);
    };
  }
  const end = performance.now() + millis;
  for (let i = 0; performance.now() < end; i++) {
    await new Promise((done) => requestAnimationFrame(done));
    step(i);
  }
  for (const name of watched) {
    delete context[name];
  }
  const times = [...moments];
  return times.slice(1).map((time, i) => time - times[i]);
};

// swing goes up to so many steps and back again, over and over.
const swing = (i, many) => many - Math.abs((i % (2 * many)) - many);

// pan turns the wheel once a frame, to and fro, over the board that open has left.
export const pan = async (job, { point }) => {
  const canvas = point();
  await frame();
  const from = api.getAppState().scrollY;
  let moved = 0;
  const frames = await painted(job.millis, (i) => {
    moved = Math.max(moved, Math.abs(api.getAppState().scrollY - from));
    const deltaY = swing(i + 1, 10) > swing(i, 10) ? 25 : -25;
    canvas.dispatchEvent(
      new WheelEvent("wheel", { deltaY, clientX: 640, clientY: 400, bubbles: true, cancelable: true }),
    );
  });
  await frame();
  return { frames, moved };
};

// drag drags the box that is nearest to the middle of the window.
export const drag = async (job, { point }) => {
  const canvas = point();
  const { zoom, scrollX, scrollY } = api.getAppState();
  const at = (e) => [(e.x + e.width / 2 + scrollX) * zoom.value, (e.y + e.height / 2 + scrollY) * zoom.value];
  const off = (e) => Math.hypot(at(e)[0] - 640, at(e)[1] - 400);
  const boxes = api.getSceneElements().filter((e) => e.type === "rectangle");
  const box = boxes.reduce((a, b) => (off(b) < off(a) ? b : a));
  const [x, y] = at(box);
  const send = (type, to, i, buttons) =>
    to.dispatchEvent(
      new PointerEvent(type, {
        clientX: x + 3 * swing(i, 30), clientY: y + 2 * swing(i, 30), button: 0, buttons, pointerId: 1, pointerType: "mouse",
        isPrimary: true, bubbles: true, cancelable: true,
      }),
    );
  const from = box.x;
  send("pointermove", canvas, 0, 0);
  send("pointerdown", canvas, 0, 1);
  await frame();
  let moved = 0;
  const frames = await painted(job.millis, (i) => {
    moved = Math.max(moved, Math.abs(api.getSceneElements().find((e) => e.id === box.id).x - from));
    send("pointermove", canvas, i + 1, 1);
  });
  send("pointerup", canvas, 0, 0);
  await until(() => !api.getAppState().selectedElementsAreBeingDragged);
  await frame();
  return { frames, moved };
};
