import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/// The `.deb`: the image and what [LinuxTree] puts around it, by dpkg's own tool (docs/decisions/0021
/// says why not by jpackage's).
///
/// @param plan what is packed
record DebPackage(Plan plan) {
  void make(Path image) throws IOException, InterruptedException {
    Path tree = plan.work().resolve("deb-tree");
    LinuxTree.fill(plan, image, tree);
    Path control = Files.createDirectories(tree.resolve("DEBIAN"));
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    Files.writeString(
        control.resolve("control"),
        Template.filled(
            plan.packaging("linux/control"),
            Map.of(
                "version", plan.version(),
                "architecture", architecture,
                "maintainer", Plan.VENDOR,
                "kilobytes", String.valueOf(Trees.size(tree) / 1024),
                "description", Plan.DESCRIPTION)));
    Path prerm = control.resolve("prerm");
    Files.copy(plan.packaging("linux/prerm"), prerm);
    Files.setPosixFilePermissions(prerm, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path deb = plan.out().resolve("pastiche_%s_%s.deb".formatted(plan.version(), architecture));
    Tool.run(
        plan.work(),
        List.of(
            "dpkg-deb",
            "--root-owner-group",
            "-Z" + plan.debCompression(),
            "--build",
            tree.toString(),
            deb.toString()));
    System.out.printf("%s: %d MB%n", deb, Files.size(deb) / 1_000_000);
    Trees.delete(tree);
  }
}
