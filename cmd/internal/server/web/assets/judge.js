// A reviewer says of a statement whether it was read rightly. The server wants the token that it told.

export function addJudging(form, go) {
  const said = form.querySelector(".said");
  const field = (name) => form.elements[name];
  field("by").value = localStorage.getItem("reviewer") ?? "";
  field("token").value = sessionStorage.getItem("token") ?? "";
  field("token").closest("label").hidden = field("token").value !== "";
  form.closest("details").hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    localStorage.setItem("reviewer", field("by").value);
    sessionStorage.setItem("token", field("token").value);
    const judgement = {
      by: field("by").value, note: field("note").value, decision: event.submitter?.value ?? "accept",
      statements: [form.dataset.judge], copies: field("copies").checked,
    };
    said.classList.remove("warn");
    try {
      const headers = { "Content-Type": "application/json", Authorization: `Bearer ${field("token").value}` };
      const response = await fetch("/v1/verdicts", { method: "POST", headers, body: JSON.stringify(judgement) });
      const answer = await response.json();
      if (response.status === 401) field("token").closest("label").hidden = false;
      if (!response.ok) throw new Error([answer.detail ?? answer.title, answer.hint].filter(Boolean).join("; "));
      await go(location.href, { history: false });
      const n = answer.verdicts.length + answer.undone.length;
      document.getElementById("told").textContent = n === 1 ? "1 statement judged." : `${n} statements judged.`;
    } catch (error) {
      said.textContent = error.message;
      said.classList.add("warn");
    }
  });
}
