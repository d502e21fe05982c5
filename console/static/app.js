// Telegram puts who opens this page behind the # of its address. Send it on in a form, and leave no trace of it here.
"use strict";

const given = new URLSearchParams(location.hash.slice(1)).get("tgWebAppData");
if (given) {
  const form = document.getElementById("app-form");
  history.replaceState(null, "", location.pathname);
  form.elements.init_data.value = given;
  document.getElementById("app-elsewhere").hidden = true;
  document.getElementById("app-busy").hidden = false;
  form.submit();
}
