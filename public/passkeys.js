// Has the browser make or use a passkey and sends what it gave with the form it stands in.
const toBytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

const withBytes = (list) => list?.map((each) => ({ ...each, id: toBytes(each.id) }));

// Browsers before 2024 know neither of the two readers of JSON, nor toJSON.
const creationOptions = (json) =>
  PublicKeyCredential.parseCreationOptionsFromJSON?.(json) ?? {
    ...json,
    challenge: toBytes(json.challenge),
    user: { ...json.user, id: toBytes(json.user.id) },
    excludeCredentials: withBytes(json.excludeCredentials),
  };
const requestOptions = (json) =>
  PublicKeyCredential.parseRequestOptionsFromJSON?.(json) ?? {
    ...json,
    challenge: toBytes(json.challenge),
    allowCredentials: withBytes(json.allowCredentials),
  };

const toJson = (credential) => {
  if (credential.toJSON) return credential.toJSON();
  const { response } = credential;
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const texts = parts.flatMap((part) => (response[part] ? [[part, toText(response[part])]] : []));
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { ...Object.fromEntries(texts), ...(response.getTransports && { transports: response.getTransports() }) },
  };
};

const faultWords = {
  NotAllowedError: "Nothing was chosen, or it took too long. Please try again.",
  InvalidStateError: "This device has a passkey of your account already.",
  SecurityError: "A passkey works only at the address of this paper itself.",
};

const ask = async (form) => {
  const options = JSON.parse(form.dataset.options);
  const credential =
    form.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey: creationOptions(options) })
      : await navigator.credentials.get({ publicKey: requestOptions(options) });
  form.elements.credential.value = JSON.stringify(toJson(credential));
  form.submit();
};

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const words = form.querySelector("[data-passkey-words]");
  const say = (text) => {
    words.textContent = text;
    words.hidden = text === "";
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    say("");
    if (!window.PublicKeyCredential) {
      say("This browser cannot use passkeys here.");
      return;
    }
    ask(form).catch((fault) => say(faultWords[fault.name] ?? "Your browser could not use a passkey just now."));
  });
}
