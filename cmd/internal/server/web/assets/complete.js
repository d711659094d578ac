// The search box: what has been typed is completed with names and aliases of the store.

const wait = 90; // milliseconds between the last key and the question

export function complete(form, go) {
  const input = form.querySelector("input");
  const list = document.createElement("ul");
  list.className = "options";
  list.id = "options";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Names");
  list.hidden = true;
  form.append(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) input.setAttribute(name, value);

  let rows = [];
  let at = -1;
  let timer;
  let asking;

  const shut = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const pick = (row) => {
    shut();
    input.value = row.entity.name;
    input.blur();
    go(`/name/${encodeURIComponent(row.entity.id)}`);
  };
  const point = (i) => {
    at = i;
    for (const [n, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(n === at));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  };
  const show = (found) => {
    rows = found;
    list.replaceChildren(...found.map((row, i) => option(row, i, () => pick(row))));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    point(-1);
    document.getElementById("told").textContent = found.length === 1 ? "1 name" : `${found.length} names`;
  };
  const ask = async () => {
    asking?.abort();
    const typed = input.value.trim();
    if (!typed) return shut();
    const mine = (asking = new AbortController());
    try {
      const response = await fetch(`/v1/names?limit=8&q=${encodeURIComponent(typed)}`, { signal: mine.signal });
      if (response.ok) show((await response.json()).names);
    } catch (error) {
      if (error.name !== "AbortError") shut();
    }
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  });
  input.addEventListener("blur", () => setTimeout(shut, 150));
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    asking?.abort();
    shut();
  });
  input.addEventListener("keydown", (event) => {
    const n = rows.length;
    if (event.key === "Escape") {
      if (list.hidden) input.blur();
      shut();
    }
    if (list.hidden || n === 0) return;
    if (event.key === "ArrowDown") point((at + 1) % n);
    else if (event.key === "ArrowUp") point((at + n - (at < 0 ? 0 : 1)) % n);
    else if (event.key === "Enter" && at >= 0) pick(rows[at]);
    else return;
    event.preventDefault();
  });
}

function option(row, i, pick) {
  const item = document.createElement("li");
  item.id = `option-${i}`;
  item.setAttribute("role", "option");
  const name = document.createElement("b");
  name.textContent = row.entity.name;
  item.append(name);
  if (row.match !== row.entity.name) {
    const alias = document.createElement("span");
    alias.textContent = row.match;
    item.append(alias);
  }
  const what = document.createElement("span");
  what.className = "small";
  what.textContent = [row.entity.type?.replaceAll("_", " "), row.country?.replaceAll("_", " ")].filter(Boolean).join(", ");
  item.append(what);
  item.addEventListener("mousedown", (event) => event.preventDefault());
  item.addEventListener("click", pick);
  return item;
}
