import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.opensearch.Version;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.Node;

/** A node of OpenSearch made of jars, without the distribution: for tests on this machine. Usage: LocalNode HOME key=value… */
public class LocalNode extends Node {
  @SuppressWarnings({"unchecked", "rawtypes"})
  LocalNode(Environment environment, Collection plugins) {
    super(environment, plugins, false);
  }

  /** OpenSearch 3 has other names for its plugins than OpenSearch 2, and takes descriptions of them in place of classes. */
  static Collection<Object> plugins() throws Exception {
    boolean isThird = Version.CURRENT.major >= 3;
    String suffix = isThird ? "ModulePlugin" : "Plugin";
    List<Object> plugins = new ArrayList<>();
    for (String name : List.of("transport.Netty4", "analysis.common.CommonAnalysis", "painless.Painless")) {
      Class<?> plugin = Class.forName("org.opensearch." + name + suffix);
      plugins.add(isThird ? describe(plugin) : plugin);
    }
    return plugins;
  }

  static Object describe(Class<?> plugin) throws Exception {
    for (Constructor<?> constructor : Class.forName("org.opensearch.plugins.PluginInfo").getConstructors()) {
      Class<?>[] types = constructor.getParameterTypes();
      if (types.length == 9 && types[3] == Version.class)
        return constructor.newInstance(plugin.getName(), "", "1", Version.CURRENT, "21", plugin.getName(), null, Collections.emptyList(), false);
    }
    throw new IllegalStateException("PluginInfo has no constructor that this node knows");
  }

  public static void main(String[] arguments) throws Exception {
    Path home = Paths.get(arguments[0]).toAbsolutePath();
    Files.createDirectories(home.resolve("config"));
    Settings.Builder settings = Settings.builder().put("path.home", home.toString()).put("transport.type", "netty4").put("http.type", "netty4");
    for (int i = 1; i < arguments.length; i++) {
      String[] parts = arguments[i].split("=", 2);
      if (parts[1].contains(",")) settings.putList(parts[0], parts[1].split(","));
      else settings.put(parts[0], parts[1]);
    }
    LogConfigurator.registerErrorListener();
    LogConfigurator.setNodeName(settings.get("node.name"));
    LocalNode node = new LocalNode(new Environment(settings.build(), home.resolve("config")), plugins());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        node.close();
      } catch (Exception ignored) {
        // The process ends anyway.
      }
    }));
    node.start();
    Thread.currentThread().join();
  }
}
