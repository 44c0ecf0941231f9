// A mail server on a free loopback port. Its one argument is JSON: {secure, starttls, user, password, and at most one of the
// ways to misbehave below}. Prints its port, then a line of JSON for each message that it took; ends when its input closes.
const { SMTPServer } = require(process.argv[2]);
const how = JSON.parse(process.argv[3]);

const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });

const server = new SMTPServer({
  secure: how.secure === true,
  disabledCommands: how.starttls === false ? ["STARTTLS"] : [],
  authOptional: !how.user,
  allowInsecureAuth: how.secure !== true && how.starttls === false,
  onAuth: (auth, session, done) =>
    how.authCode
      ? done(refusal(how.authCode, "no login now"))
      : auth.username === how.user && auth.password === how.password
        ? done(null, { user: auth.username })
        : done(refusal(535, "wrong user or password")),
  onMailFrom: (address, session, done) => done(how.senderCode ? refusal(how.senderCode, "not from you") : null),
  onRcptTo: (address, session, done) => done(how.recipientCode ? refusal(how.recipientCode, "no such mailbox") : null),
  onData: (stream, session, done) => {
    if (how.dropInData) {
      stream.once("data", () => server.connections.forEach((c) => c._socket.destroy()));
      return;
    }
    const chunks = [];
    stream.on("data", (chunk) => chunks.push(chunk));
    stream.on("end", () => {
      if (how.silentAfterData) return;
      if (how.dataCode) return done(refusal(how.dataCode, "not this one"));
      process.stdout.write(
        JSON.stringify({
          to: session.envelope.rcptTo.map((r) => r.address),
          secure: session.secure,
          user: session.user ?? null,
          mail: Buffer.concat(chunks).toString("base64"),
        }) + "\n",
        () => {
          done(null, "queued");
          if (how.dropAfterAnswer) setTimeout(() => server.connections.forEach((c) => c._socket.destroy()), 0);
        },
      );
    });
  },
});
server.on("error", () => {});
server.listen(0, "127.0.0.1", () => console.log(server.server.address().port));
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
