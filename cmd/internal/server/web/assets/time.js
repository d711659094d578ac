// The slider: it moves the whole view to what is attested around a month.

export function addTime(form, go) {
  const first = monthOf(form.dataset.first);
  const last = monthOf(form.dataset.last);
  if (first === null || last === null || last <= first) return;
  const shown = monthOf(form.elements.at.value);
  const box = document.createElement("label");
  box.className = "time";
  const slider = document.createElement("input");
  const output = document.createElement("output");
  Object.assign(slider, { type: "range", min: first, max: last + 1, step: 1, value: shown === null ? last + 1 : Math.min(Math.max(shown, first), last) });
  slider.setAttribute("aria-label", "As of");
  const tell = () => {
    const value = Number(slider.value);
    output.textContent = value > last ? "all of the time" : `around ${nameOf(value)}`;
    slider.setAttribute("aria-valuetext", output.textContent);
  };
  const move = () => {
    form.elements.at.value = Number(slider.value) > last ? "" : nameOf(Number(slider.value));
    if (form.elements.at.value) form.elements.since.value = form.elements.until.value = "";
    form.requestSubmit();
  };
  slider.addEventListener("input", tell);
  slider.addEventListener("change", move);
  tell();
  if (shown > last) output.textContent = `around ${nameOf(shown)}`;
  box.append(slider, output);
  form.after(box);
}

function monthOf(date) {
  const found = /^(\d{4})(?:-(\d{2}))?/.exec(date ?? "");
  return found ? Number(found[1]) * 12 + Number(found[2] ?? 12) - 1 : null;
}

function nameOf(month) {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}
