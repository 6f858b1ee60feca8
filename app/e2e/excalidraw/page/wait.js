// frame is done when the next frame has been painted.
export const frame = () =>
  new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

// until is done as soon as yes() holds; it fails after half a minute.
export const until = async (yes) => {
  const deadline = performance.now() + 30000;
  while (!yes()) {
    if (performance.now() > deadline) {
      throw new Error(`half a minute passed before ${yes}`);
    }
    await new Promise((done) => setTimeout(done, 5));
  }
};

export const base64 = async (blob) => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let i = 0; i < bytes.length; i += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  }
  return btoa(text);
};
