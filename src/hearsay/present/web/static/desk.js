/* The desk's own script: lights up the words of a statement while one is pointed at, and carries out keys. */
(function () {
  "use strict";
  var lit = [];
  function show(place) {
    lit.forEach(function (one) { one.classList.remove("on"); });
    lit = [];
    var mark = place && place.closest && place.closest("[data-s]");
    var reading = mark && mark.closest(".reading");
    if (!reading) { return; }
    var number = (/#s(\d+)$/.exec(mark.getAttribute("href") || "") || [])[1] || mark.dataset.s;
    if (!/^\d+$/.test(number)) { return; }
    lit = Array.from(reading.querySelectorAll('[data-s~="' + number + '"]'));
    lit.forEach(function (one) { one.classList.add("on"); });
  }
  function selected() {
    var found = /^#[sw](\d+)$/.exec(location.hash);
    return found ? document.getElementById("s" + found[1]) : null;
  }
  /* What is selected opens beside the text, as far as there is room beside it. */
  function open() {
    var entry = selected();
    show(entry);
    var more = entry && entry.querySelector("[hx-get]");
    if (more && window.htmx && matchMedia("(min-width: 64rem)").matches) { more.click(); }
  }
  ["mouseover", "focusin"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      show((event.target.closest && event.target.closest("[data-s]")) || selected());
    });
  });
  addEventListener("hashchange", open);
  addEventListener("load", open);

  /* An account that is pointed at, or reached by the keyboard, shows its words below the plot. */
  function tell(event) {
    var at = event.target.closest && event.target.closest("[data-account]");
    var question = at && at.closest(".question");
    if (!question) { return; }
    var id = at.dataset.account;
    question.querySelectorAll("[data-account]").forEach(function (one) {
      one.classList.toggle("on", one.dataset.account === id);
    });
    var row = document.getElementById(id);
    var told = question.querySelector("[data-told]");
    var words = row && row.querySelector("[data-words]");
    if (!told || !words || told.dataset.of === id) { return; }
    told.dataset.of = id;
    told.querySelector("b").textContent = parseInt(row.cells[0].textContent, 10) + ".";
    told.querySelector("span").replaceChildren.apply(
      told.querySelector("span"), Array.from(words.cloneNode(true).childNodes));
  }
  ["mouseover", "focusin"].forEach(function (name) { document.addEventListener(name, tell); });

  /* What an address names is shown, though it is folded. */
  function unfold() {
    var named = null;
    try { named = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch (error) { return; }
    for (var at = named; at; at = at.parentElement) {
      if (at.tagName === "DETAILS" && !at.open) { at.open = true; named.scrollIntoView(); }
    }
  }
  addEventListener("hashchange", unfold);
  addEventListener("load", unfold);

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) { return; }
    var at = event.target;
    if (event.key === "Escape" && at.blur) { at.blur(); return; }
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName) || at.isContentEditable) { return; }
    if (event.key === "/") {
      var search = document.getElementById("q");
      if (search) { event.preventDefault(); search.focus(); search.select(); }
      return;
    }
    if (!/^[a-z]$/.test(event.key)) { return; }
    var meant = document.querySelector('[data-key="' + event.key + '"]');
    if (!meant) { return; }
    event.preventDefault();
    var folded = meant.closest("details");
    if (folded) { folded.open = true; }
    if (meant.tagName === "DETAILS") {
      var first = meant.querySelector("input:not([type=hidden]), select");
      if (first) { first.focus(); }
      if (first && first.select) { first.select(); }
    } else if (meant.tagName === "SELECT" || folded) {
      meant.focus();
    } else {
      meant.click();
    }
  });
})();
