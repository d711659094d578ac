// Articles that are pasted or dropped: what is understood lights up, then they are loaded.

const wait = 450; // milliseconds after the last key
const types = { txt: "text/plain", text: "text/plain", md: "text/markdown", markdown: "text/markdown", html: "text/html", htm: "text/html", jsonl: "application/x-ndjson", ndjson: "application/x-ndjson", json: "application/json" };

export function addArticles(form, go) {
  const field = (id) => form.querySelector(`#${id}`);
  const said = form.querySelector(".said");
  const read = form.parentElement.querySelector(".read");
  keepToken(field("token"));
  let timer;
  let asking;

  const tell = (text, wrong = false) => {
    said.textContent = text;
    said.classList.toggle("warn", wrong);
  };
  // pasted is the article in the form, with what is told of it.
  const pasted = () => {
    const article = { text: field("text").value };
    for (const name of ["title", "publisher", "published", "url"]) if (field(name).value) article[name] = field(name).value;
    return { type: "application/json", content: JSON.stringify(article) };
  };
  const send = async (path, { type, content }, signal) => {
    const headers = { "Content-Type": type, Authorization: `Bearer ${field("token").value}` };
    const response = await fetch(path, { method: "POST", headers, body: content, signal });
    const answer = await response.json();
    if (!response.ok) throw new Error([answer.detail ?? answer.title, answer.hint].filter(Boolean).join("; "));
    return answer;
  };
  const preview = async () => {
    asking?.abort();
    if (!field("text").value.trim()) return read.replaceChildren();
    asking = new AbortController();
    try {
      const answer = await send("/v1/extract", pasted(), asking.signal);
      read.replaceChildren(...answer.documents.map(lit));
      const n = answer.documents.reduce((sum, d) => sum + d.statements.length, 0);
      tell(answer.failures.length > 0 ? answer.failures[0].error : n === 1 ? "1 statement is understood." : `${n} statements are understood.`);
    } catch (error) {
      if (error.name !== "AbortError") tell(error.message, true);
    }
  };
  const load = async (parts) => {
    const sum = { new: 0, unchanged: 0, statements: 0, failures: [] };
    for (const part of parts) {
      tell("Loading…");
      const report = await send("/v1/articles", part);
      for (const name of ["new", "unchanged", "statements"]) sum[name] += report[name];
      sum.failures.push(...report.failures);
    }
    if (sum.failures.length > 0) return tell(sum.failures.map((f) => f.error).join("; "), true);
    tell(`${sum.new} new, ${sum.unchanged} unchanged, ${sum.statements} new statements.`);
    if (sum.new > 0) go("/");
  };
  const taken = async (files) => {
    const parts = [];
    for (const file of files) parts.push({ type: types[file.name.split(".").pop().toLowerCase()] ?? "text/plain", content: file });
    await load(parts);
  };
  const safely = (work) => work.catch((error) => tell(error.message, true));

  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    if (event.target.id === "token") sessionStorage.setItem("token", event.target.value);
    clearTimeout(timer);
    timer = setTimeout(preview, wait);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    clearTimeout(timer);
    if (field("text").value.trim()) safely(load([pasted()]));
  });
  field("files").addEventListener("change", (event) => safely(taken(event.target.files)));
  field("text").addEventListener("dragover", (event) => event.preventDefault());
  field("text").addEventListener("drop", (event) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    safely(taken(event.dataTransfer.files));
  });
}

// keepToken takes the token from the address that the server told, and keeps it while the window is open.
function keepToken(input) {
  const told = new URLSearchParams(location.hash.slice(1)).get("token");
  if (told) {
    sessionStorage.setItem("token", told);
    history.replaceState(null, "", location.pathname + location.search);
  }
  input.value = sessionStorage.getItem("token") ?? "";
  input.closest("label").hidden = input.value !== "";
}

// lit shows a text with the words of its statements marked, and the statements under it.
function lit(doc) {
  const article = document.createElement("article");
  article.className = "lit";
  const bytes = new TextEncoder().encode(doc.text);
  const marks = [];
  for (const statement of doc.statements) {
    for (const c of statement.citations) {
      for (const name of ["subject", "trigger", "object"]) {
        const [from, to] = c.marks[name];
        if (to > from) marks.push({ from: c.span[0] + from, to: c.span[0] + to, name });
      }
    }
  }
  marks.sort((a, b) => a.from - b.from || b.to - a.to);
  const text = document.createElement("p");
  const decoder = new TextDecoder();
  let at = 0;
  for (const mark of marks) {
    if (mark.from < at) continue;
    text.append(decoder.decode(bytes.subarray(at, mark.from)));
    const element = document.createElement("mark");
    element.className = mark.name;
    element.textContent = decoder.decode(bytes.subarray(mark.from, mark.to));
    text.append(element);
    at = mark.to;
  }
  text.append(decoder.decode(bytes.subarray(at)));
  const list = document.createElement("ul");
  list.className = "list";
  for (const s of doc.statements) {
    const item = document.createElement("li");
    const status = document.createElement("span");
    status.className = `status ${s.polarity}`;
    status.textContent = s.modality ? `${s.polarity}: ${s.modality}` : s.polarity;
    const verb = document.createElement("span");
    verb.className = `verb ${s.predicate}`;
    verb.textContent = s.predicate.replaceAll("_", " ");
    item.append(strong(s.subject.name), " ", verb, " ", strong(s.object.name), " ", status, s.kinds.length > 0 ? ` ${s.kinds.join(", ")}` : "", s.speaker ? `, by ${s.speaker.replaceAll("_", " ").replace(/^~/, "")}` : "");
    list.append(item);
  }
  article.append(text, list);
  return article;
}

function strong(text) {
  const element = document.createElement("b");
  element.textContent = text;
  return element;
}
