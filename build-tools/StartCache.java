import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Opens the studio once, without a screen, and keeps what Java learnt of its classes in
/// `studio.aot`, with which later starts take two thirds of the work: `StartCache.java FOLDER`. A
/// Java that can't do it leaves a folder without that file, which starts as before.
class StartCache {
  private static final long MOST_SECONDS = 120;

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]).toAbsolutePath();
    Path cache = folder.resolve("studio.aot");
    Path home = Files.createTempDirectory("rehearsal");
    Path log = home.resolve("output.txt");
    Files.deleteIfExists(cache);
    ProcessBuilder rehearsal =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:AOTCacheOutput=" + cache,
            "-Dpastiche.rehearsal=true",
            "-Dpastiche.home=" + home,
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "--module-path",
            folder.resolve("javafx").toString(),
            "@" + folder.resolve("studio.args"),
            "-cp",
            folder.resolve("lib/pastiche.jar").toString(),
            "studio.pastiche.Main",
            "studio");
    // the options of whoever builds are not those of whoever starts it
    List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS").forEach(rehearsal.environment()::remove);
    Process process = rehearsal.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    if (!Files.exists(cache)) {
      System.err.println("No studio.aot was made, so the studio starts slower; see " + log);
    }
  }
}
