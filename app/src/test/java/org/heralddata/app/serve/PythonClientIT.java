package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.heralddata.app.console.Console;
import org.heralddata.simulate.SimulationKind;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.ProjectRoot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The Python client, built as a wheel, installed, and held to its own tests against a server. */
@TestInstance(Lifecycle.PER_CLASS)
class PythonClientIT {
    private ServedHome served;

    @BeforeAll
    void serve(@TempDir Path folder) throws IOException {
        served = ServedHome.open(folder.resolve("home"));
        var demo = new DemoCollections(served.home(), Console.system());
        for (SimulationKind kind : SimulationKind.values()) {
            demo.make(kind, 5_000);
        }
    }

    @AfterAll
    void close() {
        served.close();
    }

    @Test
    void passesItsTestsAsItIsInstalled(@TempDir Path folder) {
        Path root = ProjectRoot.path();
        String told = Oracle.python("pytest", "build", "hatchling", "tqdm", "pandas", "pyarrow", "astropy")
                .run(
                        """
                        import glob, os, shutil, subprocess, sys
                        source, folder, url, guide = sys.argv[1:]
                        def run(*command, **more):
                            done = subprocess.run([sys.executable, '-m', *command], capture_output=True, text=True, **more)
                            if done.returncode:
                                raise SystemExit(done.stdout[-6000:] + done.stderr[-3000:])
                            return done.stdout
                        copy = shutil.copytree(source, folder + '/source', ignore=shutil.ignore_patterns('__pycache__', '.pytest_cache', 'dist'))
                        run('build', '--no-isolation', '--outdir', folder + '/dist', copy)
                        wheel, = glob.glob(folder + '/dist/*.whl')
                        run('pip', 'install', '--no-deps', '--no-index', '--target', folder + '/installed', wheel)
                        run('compileall', '-q', folder + '/installed')
                        environment = dict(os.environ, PYTHONPATH=folder + '/installed', HERALD_URL=url,
                                           HERALD_DOCUMENTS=os.pathsep.join([copy + '/README.md', guide]))
                        tested = run('pytest', '-q', '-p', 'no:cacheprovider', copy + '/tests', cwd=folder, env=environment)
                        print(os.path.basename(wheel), tested.strip().splitlines()[-1])
                        """,
                        root.resolve("clients/python"),
                        folder,
                        "http://localhost:" + served.port(),
                        root.resolve("docs/guide/python.md"));
        assertThat(told)
                .startsWith("herald_client-0.1.0-py3-none-any.whl ")
                .contains(" passed")
                .doesNotContain("failed", "skipped");
    }
}
