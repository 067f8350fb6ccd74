import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The `.rpm`, like the `.deb`, by `packaging/linux/pastiche.spec`.
///
/// @param plan what is packed
record RpmPackage(Plan plan) {
  void make(Path image) throws IOException, InterruptedException {
    Path tree = plan.work().resolve("rpm-tree");
    LinuxTree.fill(plan, image, tree);
    Path spec = plan.work().resolve("pastiche.spec");
    Files.writeString(
        spec,
        Template.filled(
            plan.packaging("linux/pastiche.spec"),
            Map.of(
                "version", plan.version(),
                "maintainer", Plan.VENDOR,
                "description", Plan.DESCRIPTION,
                "tree", tree.toString())));
    Tool.run(
        plan.work(),
        List.of(
            "rpmbuild",
            "-bb",
            "--define",
            "_topdir " + plan.work().resolve("rpmbuild"),
            "--define",
            "_rpmdir " + plan.out(),
            "--define",
            "_rpmfilename %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm",
            spec.toString()));
    Trees.delete(tree);
  }
}
