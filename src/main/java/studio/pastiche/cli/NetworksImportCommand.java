package studio.pastiche.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.networks.NetworkImport;
import studio.pastiche.networks.Networks;
import studio.pastiche.networks.Sizes;
import studio.pastiche.networks.StoredNetwork;

/// `networks import`: keeps the network of a file.
@Command(
    name = "import",
    description =
        "Keeps the network of a file of VGG-19's weights: .safetensors, .pth, .h5 or .mat.")
final class NetworksImportCommand implements Callable<Integer> {
  private final Console console;
  private final Networks networks;

  @Parameters(paramLabel = "FILE", description = "The weight file. It stays where it is.")
  private Path file = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What --network will call it (default: by the file's name).")
  private @Nullable String name;

  @Option(
      names = NetworkOption.INPUT,
      paramLabel = "rgb-imagenet|bgr-caffe|rgb-caffe",
      description = "How the network wants its picture (default: found out from the file).")
  private @Nullable InputSpec input;

  @Mixin private StandardOptions standard = new StandardOptions();

  NetworksImportCommand(Console console, Networks networks) {
    this.console = console;
    this.networks = networks;
  }

  @Override
  public Integer call() throws IOException {
    NetworkImport.Imported imported = networks.imports().keep(file, name, input);
    StoredNetwork.Sound kept = imported.network();
    NetworkOption.note(kept.name(), kept.input(), imported.evidence(), console.err()::println);
    console
        .out()
        .println(
            "Kept %s as %s (%s, %s, down to %s). Paint with it by --network %s"
                .formatted(
                    file,
                    kept.name(),
                    Sizes.mb(kept.bytes()),
                    kept.input(),
                    kept.deepest(),
                    kept.name()));
    return ExitCode.OK;
  }
}
