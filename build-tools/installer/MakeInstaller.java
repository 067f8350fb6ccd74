import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/// Makes the application image, and what installs it on the system that it is called on:
/// `MakeInstaller.java SETTINGS TYPE`. The build calls it (profile `installer`) with a file of
/// settings that the pom fills in (`packaging/installer.properties`).
///
/// TYPE is `app-image`, or one or several of jpackage's types for this system (`deb,rpm`); `all`
/// are those that this machine has the tools for. Everything comes to lie in `target/installer`.
final class MakeInstaller {
  private MakeInstaller() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    System.setProperty("java.awt.headless", "true");
    Plan plan = Plan.of(properties(Path.of(args[0])));
    List<String> types = plan.system().types(args[1]);
    Files.createDirectories(plan.out());
    Trees.delete(plan.work());
    Path runtime = new RuntimeImage(plan).make();
    Path image = new AppImage(plan).make(runtime);
    for (String type : types) {
      switch (type) {
        case "app-image" -> {}
        case "deb" -> new DebPackage(plan).make(image);
        case "rpm" -> new RpmPackage(plan).make(image);
        default -> new OtherPackage(plan).make(type, image);
      }
    }
    Checksums.write(plan.out());
    Trees.delete(plan.work());
  }

  private static Properties properties(Path file) throws IOException {
    Properties properties = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    return properties;
  }
}
