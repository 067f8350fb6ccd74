package studio.pastiche.ui.networks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.weights.CompactNetwork;
import studio.pastiche.networks.CatalogueNetwork;
import studio.pastiche.networks.Networks;
import studio.pastiche.networks.StoredNetwork;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.Newest;

/// What networks there are, as the window knows it. Looking, checking and changing happen in the
/// background; everything here is called and told on the JavaFX thread.
public final class NetworkShelf {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkShelf.class);

  private final Networks networks;
  private final Background background;
  private final Newest looking;
  private final ReadOnlyObjectWrapper<Contents> contents =
      new ReadOnlyObjectWrapper<>(Contents.NOTHING_KNOWN);
  private @Nullable Looked newest;
  private final Map<Copy, Optional<String>> checked = new HashMap<>();
  private final List<Consumer<String>> changed = new ArrayList<>();

  /// What there is.
  ///
  /// @param looked whether anybody has looked yet
  /// @param here what is on this machine, the built-in one first
  /// @param toFetch what can be had
  /// @param chosen the name of the one to paint with where none is named; one that can be used
  public record Contents(
      boolean looked, List<ShelfItem> here, List<ShelfItem.ToFetch> toFetch, String chosen) {
    static final Contents NOTHING_KNOWN =
        new Contents(false, List.of(), List.of(), CompactNetwork.NAME);

    /// The names of those that can be painted with now.
    public List<String> usable() {
      return here.stream()
          .filter(item -> !(item instanceof ShelfItem.Broken))
          .map(ShelfItem::name)
          .toList();
    }

    /// Those that are kept here and can't be used.
    public List<String> broken() {
      return here.stream().filter(ShelfItem.Broken.class::isInstance).map(ShelfItem::name).toList();
    }

    /// Whether there is a usable network with so many channels in its blocks.
    boolean has(List<Integer> widths) {
      return here.stream()
          .anyMatch(
              item ->
                  item instanceof ShelfItem.Here here && here.network().widths().equals(widths));
    }
  }

  /// A file as it was when it was checked.
  private record Copy(Path file, long bytes, FileTime written) {}

  private record Kept(StoredNetwork network, Copy copy) {}

  /// @param begun the names of those that some has come of
  private record Looked(List<Kept> kept, Set<String> begun, String chosen) {}

  public NetworkShelf(Networks networks, Background background) {
    this.networks = networks;
    this.background = background;
    looking = new Newest(background);
  }

  public ReadOnlyObjectProperty<Contents> contents() {
    return contents.getReadOnlyProperty();
  }

  /// The folder that networks are kept in.
  public Path folder() {
    return networks.store().folder();
  }

  /// The network of that name that can be fetched, if there is one.
  public Optional<CatalogueNetwork> known(String name) {
    return networks.catalogue().find(name).filter(network -> !network.builtIn());
  }

  /// Who hears of a name whose network is another one now, or gone.
  public void onChange(Consumer<String> listener) {
    changed.add(listener);
  }

  /// Looks what there is now. All of a network that was not read before is read, for only then is
  /// it known whether it is sound.
  public void refresh() {
    looking.run(
        this::look,
        looked -> {
          newest = looked;
          show(looked);
          checkNext(looked);
        },
        problem -> LOG.warn("The networks in {} can't be listed", folder(), problem));
  }

  /// Tells that there is another network of that name now, and looks.
  void changed(String name) {
    changed.forEach(listener -> listener.accept(name));
    refresh();
  }

  /// Chooses the network to paint with where none is named.
  public void choose(String name, Runnable done, Consumer<? super Throwable> failed) {
    change(
        () -> {
          networks.choose(name);
          return name;
        },
        _ -> {
          refresh();
          done.run();
        },
        failed);
  }

  /// Removes a network.
  void remove(String name, Consumer<? super Throwable> failed) {
    change(
        () -> {
          networks.store().remove(name);
          return name;
        },
        this::changed,
        failed);
  }

  /// Has a network take its picture in another way.
  void changeInput(String name, InputSpec input, Consumer<? super Throwable> failed) {
    change(
        () -> {
          networks.imports().changeInput(name, input);
          return name;
        },
        this::changed,
        failed);
  }

  private void change(
      Callable<String> change, Consumer<String> done, Consumer<? super Throwable> failed) {
    background.run(
        change,
        done,
        problem -> {
          failed.accept(problem);
          refresh();
        });
  }

  private Looked look() throws IOException {
    List<Kept> kept = new ArrayList<>();
    for (StoredNetwork network : networks.store().list()) {
      kept.add(new Kept(network, copy(network.file())));
    }
    Set<String> begun = new HashSet<>();
    for (CatalogueNetwork known : networks.catalogue().networks()) {
      if (networks.fetch().begun(known)) {
        begun.add(known.name());
      }
    }
    return new Looked(kept, begun, networks.store().chosen());
  }

  private static Copy copy(Path file) throws IOException {
    return new Copy(file, Files.size(file), Files.getLastModifiedTime(file));
  }

  /// Checks the first that was not yet; one after the other, for they are large.
  private void checkNext(Looked looked) {
    for (Kept kept : looked.kept()) {
      if (!checked.containsKey(kept.copy())) {
        background.run(
            () -> networks.store().problem(kept.network()).map(Throwable::getMessage),
            problem -> {
              checked.put(kept.copy(), problem);
              // else somebody has looked since, and checks what is there now
              if (looked.equals(newest)) {
                show(looked);
                checkNext(looked);
              }
            },
            problem -> LOG.warn("{} can't be checked", kept.network().file(), problem));
        return;
      }
    }
  }

  private void show(Looked looked) {
    List<ShelfItem> here = new ArrayList<>();
    List<ShelfItem.ToFetch> toFetch = new ArrayList<>();
    for (CatalogueNetwork known : networks.catalogue().networks()) {
      if (known.builtIn()) {
        here.add(new ShelfItem.BuiltIn(known));
      } else if (looked.kept().stream().noneMatch(k -> k.network().name().equals(known.name()))) {
        toFetch.add(new ShelfItem.ToFetch(known, looked.begun().contains(known.name())));
      }
    }
    looked.kept().forEach(kept -> here.add(item(kept)));
    boolean usable =
        here.stream()
            .anyMatch(
                item -> item.name().equals(looked.chosen()) && !(item instanceof ShelfItem.Broken));
    contents.set(
        new Contents(
            true,
            List.copyOf(here),
            List.copyOf(toFetch),
            usable ? looked.chosen() : CompactNetwork.NAME));
  }

  private ShelfItem item(Kept kept) {
    @Nullable CatalogueNetwork known = known(kept.network().name()).orElse(null);
    boolean listed = known != null;
    return switch (kept.network()) {
      case StoredNetwork.Broken broken -> new ShelfItem.Broken(broken, broken.problem(), listed);
      case StoredNetwork.Sound sound ->
          checked
              .getOrDefault(kept.copy(), Optional.empty())
              .<ShelfItem>map(why -> new ShelfItem.Broken(sound, why, listed))
              .orElseGet(() -> new ShelfItem.Here(sound, known));
    };
  }
}
