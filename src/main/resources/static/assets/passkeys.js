// Forms that ask a passkey: the question comes from the server, the device answers, the answer goes as a field of the
// form. What does not work out is said beside the button, and nothing that was typed is lost.
(() => {
  'use strict';
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  const make = async (options) => {
    const made = await navigator.credentials.create({ publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: options.excludeCredentials.map((known) => ({ ...known, id: bytes(known.id) })),
    } });
    return answer(made, {
      clientDataJSON: text(made.response.clientDataJSON),
      attestationObject: text(made.response.attestationObject),
      transports: made.response.getTransports?.() ?? [],
    });
  };
  const use = async (options) => {
    const used = await navigator.credentials.get({ publicKey: { ...options, challenge: bytes(options.challenge) } });
    return answer(used, {
      clientDataJSON: text(used.response.clientDataJSON),
      authenticatorData: text(used.response.authenticatorData),
      signature: text(used.response.signature),
      userHandle: used.response.userHandle ? text(used.response.userHandle) : null,
    });
  };
  const answer = (credential, response) => JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: {},
  });

  const trouble = (form, error) => {
    switch (error.name) {
      case 'NotAllowedError':
      case 'AbortError':
        return form.dataset.cancelled;
      case 'InvalidStateError':
        return form.dataset.known ?? form.dataset.failed;
      case 'SecurityError':
        return form.dataset.insecure;
      default:
        return form.dataset.failed;
    }
  };

  const ask = async (form) => {
    const question = await fetch(form.dataset.question, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    const options = await question.json();
    if (!question.ok) {
      return { message: options.message ?? form.dataset.failed };
    }
    return { credential: await (form.dataset.passkey === 'make' ? make(options) : use(options)) };
  };

  document.addEventListener('submit', async (event) => {
    const form = event.target;
    if (!form.dataset.passkey) {
      return;
    }
    event.preventDefault();
    const button = form.querySelector('button');
    const message = form.querySelector('[data-passkey-message]');
    message.hidden = true;
    button.disabled = true;
    try {
      const { credential, message: refused } = !window.isSecureContext
        ? { message: form.dataset.insecure }
        : !window.PublicKeyCredential ? { message: form.dataset.unsupported } : await ask(form);
      if (credential) {
        form.elements.credential.value = credential;
        form.submit();
        return;
      }
      message.textContent = refused;
    } catch (error) {
      message.textContent = trouble(form, error);
    }
    message.hidden = false;
    button.disabled = false;
  });
})();
