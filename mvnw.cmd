@echo off
rem Runs Maven: the one on the PATH, else the one in .mvn\wrapper\maven-wrapper.properties, which is downloaded once,
rem checked and kept under %USERPROFILE%\.m2\wrapper. Needs a JDK 17 or newer; the build checks both versions.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>nul
if errorlevel 1 (
    echo mvnw: no JDK found: install a JDK 17 or newer, put it on the PATH or set JAVA_HOME 1>&2
    exit /b 1
)
where mvn.cmd >nul 2>nul
if not errorlevel 1 (
    call mvn.cmd %*
    exit /b
)
set "MAVEN_DIR="
for /f "usebackq delims=" %%i in (`call "%JAVA%" "%~dp0.mvn\wrapper\InstallMaven.java" "%~dp0.mvn\wrapper\maven-wrapper.properties"`) do set "MAVEN_DIR=%%i"
if not defined MAVEN_DIR exit /b 1
call "%MAVEN_DIR%\bin\mvn.cmd" %*
exit /b
