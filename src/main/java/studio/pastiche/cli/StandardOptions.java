package studio.pastiche.cli;

import picocli.CommandLine.Option;

/// `--help` and `--version`, on every command.
final class StandardOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = 100,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      order = 101,
      description = "Show the version.")
  private boolean version;
}
