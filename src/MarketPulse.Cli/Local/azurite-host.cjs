// Runs Azurite's table service and closes it, saving what it holds, when the process that started it goes away:
// the starter holds the other end of standard input, which the system closes however the starter ends.
const [, , main, ...args] = process.argv;
process.argv = [process.argv[0], main, ...args];
process.stdin.resume();
process.stdin.on("end", () => {
  process.emit("SIGINT");
  // Closing waits for idle keep-alive connections; by then the data has been saved.
  setTimeout(() => process.exit(0), 5000).unref();
});
require(main);
